"""The addresses of laws."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
