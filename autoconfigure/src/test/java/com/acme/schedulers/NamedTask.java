package com.acme.schedulers;

/** A task with a name, which some schedulers ask for. */
public interface NamedTask extends Runnable {

	String name();

}
