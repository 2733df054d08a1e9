"""One printing of certificates that was checked."""

JOB = "danvan_certificate_job"


class PrintJob:
    """What the dialog has checked and hands to the engine: no client
    can put such an object into a context.

    :param layout_id: id of the layout; None for the one proposed for each
    :param real: ids of what is printed for real; the rest is marked as a test
    :param offset: of the printer, `(dx, dy)` in millimetres
    """

    def __init__(self, layout_id=None, real=(), offset=(0, 0)):
        self.layout_id, self.real, self.offset = layout_id, frozenset(real), offset
