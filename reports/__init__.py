"""What people see of a comparison. `view` says what is shown, in which order and in which words; the rest draws it.

It knows the engine by its values alone: `compare.model` and `compare.errors`.
"""
