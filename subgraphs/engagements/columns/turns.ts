type Work = { next: () => boolean; fail: (error: unknown) => void };

/**
 * Runs several pieces of work in turns: each does a part and then lets the next one do one, so that a short one never
 * waits for a long one to end.
 */
export function takeTurns() {
	const working: Work[] = [];
	let scheduled = false;

	function turn(): void {
		scheduled = false;
		const work = working.shift();
		if (!work) return;
		try {
			if (work.next()) working.push(work);
		} catch (error) {
			work.fail(error);
		}
		schedule();
	}

	function schedule(): void {
		if (scheduled || working.length === 0) return;
		scheduled = true;
		setImmediate(turn);
	}

	return <T>(steps: Generator<void, T>): Promise<T> =>
		new Promise((resolve, reject) => {
			working.push({
				next() {
					const step = steps.next();
					if (step.done) resolve(step.value);
					return !step.done;
				},
				fail: reject,
			});
			schedule();
		});
}
