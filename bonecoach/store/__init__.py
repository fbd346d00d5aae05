"""The diary file. SQL lives here and nowhere else."""

from bonecoach.store.opening import open_store
from bonecoach.store.store import Store

__all__ = ["Store", "open_store"]
