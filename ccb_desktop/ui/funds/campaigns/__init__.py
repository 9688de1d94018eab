"""The tab Vận động: campaigns, who gave what, how far each has come, its papers."""
