"""Who uses the cluster: several commands may, and the last one may stop it."""

import fcntl
import os

from paths import WORK


class ClusterUse:
    """A lock held as long as a command uses the cluster."""

    def __init__(self, cluster):
        self.cluster = cluster
        # Kept open for the whole life of the command, hence no `with`.
        self.lock = open(WORK / "cluster.lock", "w")  # noqa: SIM115
        # The odoo that `bin/odoo` turns into goes on holding it.
        os.set_inheritable(self.lock.fileno(), True)
        fcntl.flock(self.lock, fcntl.LOCK_SH)
        self.started = cluster.ensure_running()

    def end(self):
        """Stop the cluster if this command started it and nobody else uses it."""
        if self.started and self._alone():
            self.cluster.stop()
        self.lock.close()

    def _alone(self):
        try:
            fcntl.flock(self.lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
