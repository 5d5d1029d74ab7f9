package io.fleck.stream.topology;

import io.fleck.avro.CameraFrame;

/**
 * A frame whose fields are all in range, with what it is to be inspected with.
 *
 * @param input the record that it came in
 * @param record the frame
 * @param eventId event id of its outcome
 * @param picture its picture, on its way through the model
 * @param station what its station inspects with
 */
record Frame(Input input, CameraFrame record, String eventId, FramePicture picture, Station station)
        implements Subject {
    /** Not every gateway has ids that are unique beyond their camera. */
    @Override
    public String identity() {
        return record.getCamera() + '/' + record.getId();
    }
}
