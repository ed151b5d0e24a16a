"""The sample office: synthetic customers and a month of jobs."""
