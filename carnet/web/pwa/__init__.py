"""The app on a phone: its manifest, its service worker, and the pages that open without a signal."""
