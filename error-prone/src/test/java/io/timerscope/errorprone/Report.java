package io.timerscope.errorprone;

/**
 * One finding as the compiler prints it.
 *
 * @param file the name of the source file
 * @param line its line
 * @param check the check that reported it
 * @param warning whether it is a warning, not just a note
 */
record Report(String file, int line, String check, boolean warning) {
}
