package com.acme.timers;

/** Lives as long as its application, and so do its timers. */
class SteadyShop extends CarefulShop {

}
