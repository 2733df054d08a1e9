{
    "name": "Dân vận khéo: test support",
    "summary": "What tests and the demonstration need besides; never shipped",
    "version": "19.0.1.0.0",
    "category": "Hidden",
    "author": "Dân vận khéo founders",
    "license": "LGPL-3",
    "depends": ["danvan_kheo", "web", "mail"],
    "assets": {
        "web.assets_backend": [
            # Debian's package names this file without having it, and every browser
            # test would fail on the error in the console.
            (
                "remove",
                "mail/static/lib/selfie_segmentation/selfie_segmentation.js",
            ),
        ],
    },
}
