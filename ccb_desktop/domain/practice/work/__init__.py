"""Work of the practice branch: yearly plans, activities, gradings, awards."""
