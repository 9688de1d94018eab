"""The page Rà soát: one tab for each thing that is looked through from time to time."""
