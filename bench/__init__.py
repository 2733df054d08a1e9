"""Benchmarks of danvan_kheo, run inside Odoo by `bin/bench`. See README.md."""
