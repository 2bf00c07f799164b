package io.timerscope.architecture.crooked.metrics;

import io.timerscope.architecture.crooked.metrics.room.RoomSeesHall;

public class HallSeesRoom {

	final Class<?> seen = RoomSeesHall.class;

}
