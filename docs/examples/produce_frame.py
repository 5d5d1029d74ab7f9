#!/usr/bin/env python3
"""Sends image files as camera frames. Needs: pip install confluent-kafka fastavro"""
import argparse
import hashlib
import io
import json
import os
import struct
import sys
import urllib.request

from confluent_kafka import Producer
from fastavro import parse_schema, schemaless_writer

FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG"}


def latest_schema(registry, subject):
    """Id and schema of the latest version under a subject."""
    with urllib.request.urlopen(f"{registry}/subjects/{subject}/versions/latest") as answer:
        version = json.load(answer)
    return version["id"], parse_schema(json.loads(version["schema"]))


def frame_id(camera, sequence, content):
    """The same picture under the same number is the same frame, however often it is sent."""
    digest = hashlib.sha256(camera.encode() + b"\0" + struct.pack(">q", sequence))
    digest.update(content)
    return digest.hexdigest()


def encode(schema_id, schema, record):
    """Confluent wire format: a zero byte, the schema's id in four bytes, the record in Avro."""
    out = io.BytesIO(struct.pack(">bI", 0, schema_id))
    out.seek(0, io.SEEK_END)
    schemaless_writer(out, schema, record)
    return out.getvalue()


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("files", nargs="+")
    options.add_argument("--camera", default="camera-1")
    options.add_argument("--station", default="station-1")
    options.add_argument("--first", type=int, default=0, help="number of the first frame: go on where you were")
    options.add_argument("--topic", default="inspection.frames")
    options.add_argument("--bootstrap", default="127.0.0.1:9092")
    options.add_argument("--registry", default="http://127.0.0.1:8081")
    chosen = options.parse_args()

    schema_id, schema = latest_schema(chosen.registry, chosen.topic + "-value")
    producer = Producer(
        {
            "bootstrap.servers": chosen.bootstrap,
            "acks": "all",
            "enable.idempotence": True,  # no frame twice, none overtaken
            "message.max.bytes": 20 << 20,
        }
    )
    failures = []

    def delivered(error, message):
        if error is not None:
            failures.append(error)

    for sequence, path in enumerate(chosen.files, chosen.first):
        with open(path, "rb") as file:
            content = file.read()
        record = {
            "id": frame_id(chosen.camera, sequence, content),
            "camera": chosen.camera,
            "station": chosen.station,
            "capturedAt": int(os.path.getmtime(path) * 1_000_000),
            "sequence": sequence,
            "format": FORMATS[os.path.splitext(path)[1].lower()],
            "bytes": content,
        }
        # The key keeps a camera's frames in order; the record's time is the time of sending.
        producer.produce(chosen.topic, key=chosen.camera, value=encode(schema_id, schema, record), on_delivery=delivered)
        print(record["id"], path)
        producer.poll(0)
    producer.flush()
    if failures:
        sys.exit(f"{len(failures)} frames were not sent: {failures[0]}")


if __name__ == "__main__":
    main()
