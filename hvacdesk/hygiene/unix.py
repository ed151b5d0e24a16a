"""Linux: no core files, no debugger."""

from __future__ import annotations

import ctypes
import os
from typing import Any

_PR_SET_DUMPABLE = 4


def forbid_core_files() -> None:
    """A crash leaves no image of the memory (getrlimit(2)); not to be raised again by this process."""
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def forbid_tracing(libc: Any) -> None:
    """Other processes of the same user cannot read this one.

    ``ptrace``, ``process_vm_readv`` and ``/proc/PID/mem`` and ``environ`` of a process that is not dumpable
    are closed to all who lack ``CAP_SYS_PTRACE`` (prctl(2)), and it writes no core either where
    cores go to a program, which the limit does not stop (core(5)). What it starts is dumpable again. A
    desktop portal refuses file dialogs to a process that it cannot look at; Qt uses one only in a sandbox.

    Raises:
        OSError: the system refused.
    """
    if libc.prctl(_PR_SET_DUMPABLE, *(ctypes.c_ulong(0),) * 4) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
