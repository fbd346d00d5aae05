"""How much memory a process holds."""

from pathlib import Path


def resident_mb(pid: int | str = "self") -> float:
    """Megabytes of a process (this one) in memory, from the kernel's own account."""
    for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("the kernel does not say how much memory this process holds")
