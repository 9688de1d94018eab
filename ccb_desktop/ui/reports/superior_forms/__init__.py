"""The tab Biểu của cấp trên: forms from above, tied once, filled for every period."""
