package io.timerscope.architecture.crooked.record;

public class Kept {

}
