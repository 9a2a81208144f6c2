import loadHighs from "highs";

/** A row over columns: `lower <= Σ coefficient × column <= upper`. */
export type Row = { columns: number[]; coefficients: number[]; lower: number; upper: number };

/** A linear program that is solved many times, with other bounds and costs. Must be disposed. */
export type Program = {
	setBounds(column: number, lower: number, upper: number): void;
	setCost(column: number, cost: number): void;
	addRow(row: Row): void;
	/** Values of the columns at the least cost; null where nothing satisfies rows and bounds. */
	minimize(): Float64Array | null;
	/** The same in whole numbers, not always at the least cost; null also where none was found within the seconds. */
	minimizeWhole(seconds: number): Float64Array | null;
	/** How many were solved so far. */
	readonly solved: number;
	dispose(): void;
};

export type Solver = Awaited<ReturnType<typeof loadHighs>>;

/** How far from the least cost whole numbers may stay: the best ones take very long. */
const GOOD_ENOUGH = 0.5;
const UNLIMITED_SECONDS = 1e9;
let loading: Promise<Solver> | undefined;

/** HiGHS, compiled to WebAssembly. */
export function loadSolver(): Promise<Solver> {
	loading ??= loadHighs();
	return loading;
}

function matrixOf(numCols: number, rows: readonly Row[]) {
	const starts = new Int32Array(rows.length + 1);
	rows.forEach((row, number) => {
		starts[number + 1] = (starts[number] as number) + row.columns.length;
	});
	return {
		format: "csr" as const,
		numRows: rows.length,
		numCols,
		starts,
		indices: Int32Array.from(rows.flatMap((row) => row.columns)),
		values: Float64Array.from(rows.flatMap((row) => row.coefficients)),
	};
}

/** Makes a program; a column may have any value from its lower to its upper bound. It is solved fastest again if only bounds, or only costs, change much. */
export function createProgram(
	solver: Solver,
	{ lower, upper, costs }: { lower: Float64Array; upper: Float64Array; costs: Float64Array },
	rows: readonly Row[],
	changing: "bounds" | "costs",
): Program {
	const columns = costs.length;
	const model = solver.createModel({
		numCols: columns,
		numRows: rows.length,
		colCost: costs,
		colLower: lower,
		colUpper: upper,
		rowLower: rows.map((row) => row.lower),
		rowUpper: rows.map((row) => row.upper),
		matrix: matrixOf(columns, rows),
	});
	// Presolving anew for each of many alike programs takes most of the time. Changed bounds suit the dual simplex method, changed costs the primal.
	const { dual, primal } = { dual: 1, primal: 4 } as const;
	const simplex_strategy = changing === "bounds" ? dual : primal;
	model.options.set({ output_flag: false, presolve: "off", simplex_strategy });
	const optimal = solver.constants.modelStatus.optimal;
	let solved = 0;
	const run = () => {
		solved++;
		// Without a basis to start from, the answer does not depend on what was solved before; most of a solution is zero anyway.
		if (changing === "bounds") model.setBasis();
		model.run();
		return model.getModelStatus() === optimal ? model.getSolution().colValue : null;
	};
	const every = { kind: "range", from: 0, to: columns - 1 } as const;
	return {
		setBounds: (column, low, high) => {
			model.changeColBounds(column, low, high);
		},
		setCost: (column, cost) => {
			model.changeColCost(column, cost);
		},
		addRow: ({ columns: indices, coefficients, lower: low, upper: high }) => {
			model.addRow(low, high, { indices, values: coefficients });
		},
		minimize: run,
		minimizeWhole(seconds) {
			const { continuous, integer } = solver.constants.variableType;
			model.changeColsIntegrality(every, new Int32Array(columns).fill(integer));
			model.options.set({ time_limit: seconds, presolve: "on", mip_rel_gap: GOOD_ENOUGH });
			try {
				return run();
			} finally {
				model.changeColsIntegrality(every, new Int32Array(columns).fill(continuous));
				model.options.set({ time_limit: UNLIMITED_SECONDS, presolve: "off" });
			}
		},
		get solved() {
			return solved;
		},
		dispose: () => model.dispose(),
	};
}

/** Whether values are whole, as far as a solver can tell. */
export function areWhole(values: Iterable<number>): boolean {
	for (const value of values) if (Math.abs(value - Math.round(value)) > 1e-6) return false;
	return true;
}
