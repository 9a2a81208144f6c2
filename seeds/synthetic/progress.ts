import cliProgress from "cli-progress";

/** Shows a progress bar if standard error is a terminal, otherwise prints a line for every 10%, or passes it to `say`. */
export function reportProgress(
	total: number,
	say?: (line: string) => void,
): { update(done: number): void; stop(): void } {
	if (process.stderr.isTTY && !say) {
		const bar = new cliProgress.SingleBar(
			{
				format: "synthetic engagements |{bar}| {percentage}% {value}/{total}, {eta} s to go",
				stream: process.stderr,
			},
			cliProgress.Presets.shades_classic,
		);
		bar.start(total, 0);
		return { update: (done) => bar.update(done), stop: () => bar.stop() };
	}
	let tenths = 0;
	return {
		update(done) {
			const now = Math.floor((done / total) * 10);
			if (now > tenths)
				(say ?? console.error)(`synthetic engagements: ${now * 10}% (${done} of ${total})`);
			tenths = Math.max(tenths, now);
		},
		stop() {},
	};
}
