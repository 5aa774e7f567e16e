/** The Python that has what the example needs: `PYTHON=examples/python-member/.venv/bin/python npm test`. */
export const PYTHON: string = process.env.PYTHON ?? 'python3';
