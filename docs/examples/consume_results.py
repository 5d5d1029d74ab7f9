#!/usr/bin/env python3
"""Prints inspection results, one JSON object a line. Needs: pip install confluent-kafka fastavro"""
import argparse
import functools
import io
import json
import struct
import sys
import urllib.request

from confluent_kafka import Consumer
from fastavro import parse_schema, schemaless_reader


@functools.lru_cache(maxsize=None)
def schema_of(registry, schema_id):
    """The schema that a record was written with."""
    with urllib.request.urlopen(f"{registry}/schemas/ids/{schema_id}") as answer:
        return parse_schema(json.loads(json.load(answer)["schema"]))


def decode(registry, value):
    """Confluent wire format: a zero byte, the schema's id in four bytes, the record in Avro."""
    magic, schema_id = struct.unpack(">bI", value[:5])
    if magic != 0:
        raise ValueError(f"the first byte is {magic}, not 0: no record in Confluent's format")
    return schemaless_reader(io.BytesIO(value[5:]), schema_of(registry, schema_id))


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--topic", default="inspection.results", help="or inspection.anomalies")
    options.add_argument("--count", type=int, default=0, help="stop after so many; 0: never")
    options.add_argument("--group", default="results-printer")
    options.add_argument("--bootstrap", default="127.0.0.1:9092")
    options.add_argument("--registry", default="http://127.0.0.1:8081")
    chosen = options.parse_args()

    consumer = Consumer(
        {
            "bootstrap.servers": chosen.bootstrap,
            "group.id": chosen.group,
            "auto.offset.reset": "earliest",
            "isolation.level": "read_committed",  # only what is final: no result of a transaction that was given up
        }
    )
    consumer.subscribe([chosen.topic])
    printed = 0
    try:
        while chosen.count == 0 or printed < chosen.count:
            message = consumer.poll(1.0)
            if message is None:
                continue
            if message.error():
                print(message.error(), file=sys.stderr)
                continue
            print(json.dumps(decode(chosen.registry, message.value()), default=str), flush=True)
            printed += 1
    except KeyboardInterrupt:
        pass
    finally:
        consumer.close()


if __name__ == "__main__":
    main()
