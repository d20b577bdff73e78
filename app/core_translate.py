"""Compiles a copy of the core with mypyc and the C compiler: python core_translate.py LIBRARY PROGRAMS_PYTHON MODULE...

Run by core_build in the folder of the copy, by a Python that has mypy and setuptools; binaries go to out/. It is part of the
fingerprint: whoever changes an option here makes every binary built before stale.

The options, and why:
- one group, one C file: calls between modules are direct C calls that the C compiler may inline (measured: 41 s for 42 modules).
- opt_level 3; debug_level 0, for Python's tracebacks do not need it.
- strip_asserts stays off: an assert in the machine is behaviour (a bug stops it), in the compiled core as in the plain one.
- no -march: a build folder may be copied to another machine.
- the types of libraries are read where the program has them installed; nobody's own mypy configuration is.
"""

import sys


def main(library: str, programs_python: str, modules: list[str]) -> None:
    # setuptools first: mypyc looks whether it is there.
    from setuptools import setup
    from mypyc.build import mypycify  # isort: skip

    options = ["--config-file=", "--python-executable", programs_python, "--ignore-missing-imports", "--no-error-summary"]
    extensions = mypycify([*options, *modules], opt_level="3", debug_level="0", strip_asserts=False, group_name=library)
    print(f"translated to C: {len(modules)} modules", flush=True)
    arguments = ["--quiet", "build_ext", "--build-lib", "out", "--build-temp", "objects"]
    setup(name=library, packages=[], ext_modules=extensions, script_args=arguments)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
