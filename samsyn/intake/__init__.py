"""What people write and send: texts are tidied and guarded, files are judged by what is in them."""
