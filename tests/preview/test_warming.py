"""What a worker does before it is told to build."""

import pkgutil
import subprocess
import sys

from infograficos import elements


def test_a_warm_worker_has_all_elements_at_hand():
    program = "import sys; from infograficos.preview.warming import warm_up; warm_up(); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    modules = {module.name for module in pkgutil.walk_packages(elements.__path__, f"{elements.__name__}.")}
    assert modules - set(done.stdout.split()) == set()
