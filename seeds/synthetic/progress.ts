import cliProgress from "cli-progress";

/** A bar where a person watches standard error, otherwise a line for every tenth part, or what `say` makes of it. */
export function reportProgress(
	total: number,
	say?: (line: string) => void,
): { reached(done: number): void; stop(): void } {
	if (process.stderr.isTTY && !say) {
		const bar = new cliProgress.SingleBar(
			{
				format: "synthetic engagements |{bar}| {percentage}% {value}/{total}, {eta} s to go",
				stream: process.stderr,
			},
			cliProgress.Presets.shades_classic,
		);
		bar.start(total, 0);
		return { reached: (done) => bar.update(done), stop: () => bar.stop() };
	}
	let tenths = 0;
	return {
		reached(done) {
			const now = Math.floor((done / total) * 10);
			if (now > tenths)
				(say ?? console.error)(`synthetic engagements: ${now * 10}% (${done} of ${total})`);
			tenths = Math.max(tenths, now);
		},
		stop() {},
	};
}
