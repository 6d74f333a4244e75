"""speechlint：中文讲话稿检查工具。"""

__version__ = "0.1.0"
