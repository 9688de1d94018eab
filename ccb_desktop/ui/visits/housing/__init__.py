"""Tab Nhà ở: houses that the Hội helps to build or mend."""
