package com.acme.beans;

/** Has nothing to do with schedulers. */
public class Bystander {

}
