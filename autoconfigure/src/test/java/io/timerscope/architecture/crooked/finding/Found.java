package io.timerscope.architecture.crooked.finding;

public class Found {

}
