"""Driving the real windows off-screen, for the sample office's tour."""
