package io.timerscope.architecture.crooked.metrics.room;

import io.timerscope.architecture.crooked.metrics.HallSeesRoom;

public class RoomSeesHall {

	final Class<?> seen = HallSeesRoom.class;

}
