package io.fleck.stream.topology;

import io.fleck.avro.CameraFrame;
import io.fleck.core.inspect.FrameRequest;

/**
 * A frame whose fields are all in range, with what it is to be inspected with.
 *
 * @param input the record that it came in
 * @param record the frame
 * @param eventId event id of its outcome
 * @param request its picture, on its way through the model
 * @param station what its station inspects with
 */
record Frame(Input input, CameraFrame record, String eventId, FrameRequest request, Station station) {}
