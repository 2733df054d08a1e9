"""Odoo's command, started as its own package starts it.

`python -m odoo` cannot start its second process, so it needs a script of its own.
"""

import sys

# This folder's modules must not hide anything that Odoo imports.
sys.path.pop(0)

import odoo.cli

if __name__ == "__main__":
    odoo.cli.main()
