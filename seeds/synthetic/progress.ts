import cliProgress from "cli-progress";

/** A bar where a person watches standard error, otherwise a line for every tenth part. */
export function reportProgress(total: number): { reached(done: number): void; stop(): void } {
	if (process.stderr.isTTY) {
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
				process.stderr.write(`synthetic engagements: ${now * 10}% (${done} of ${total})\n`);
			tenths = Math.max(tenths, now);
		},
		stop() {},
	};
}
