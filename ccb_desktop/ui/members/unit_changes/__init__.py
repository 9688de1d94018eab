"""Guided windows that change units: asked, shown as a plan, done as one act."""
