import os
import time

from aiconsol.bench.process import cpu_seconds, resident_megabytes


def test_a_process_is_seen_to_work():
    before, end = cpu_seconds(os.getpid()), time.process_time() + 0.3
    while time.process_time() < end:
        pass
    assert 0.25 < cpu_seconds(os.getpid()) - before < 0.5


def test_a_process_is_seen_to_hold_memory():
    before = resident_megabytes(os.getpid())
    held = bytearray(os.urandom(64 * 2**20))
    assert 50 < resident_megabytes(os.getpid()) - before < 90
    assert held
