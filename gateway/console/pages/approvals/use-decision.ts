import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { SignedIn } from "../../session/states.ts";
import { carryOut, type Ended, type Run } from "./decide.ts";
import { sendBatch } from "./send-batch.ts";
import type { Answer, Waiting } from "./worklist.ts";

/** A decision under way, or how it ended. */
export type Progress = {
	run: Run;
	/** The records as they were seen, by id. */
	rows: ReadonlyMap<string, Waiting>;
	/** The part that is sent next. */
	next: number;
	answers: readonly Answer[];
	/** Undefined while it is under way. */
	ended?: Ended;
};

/** Carries out what was decided, part by part. `onAnswers` is told each answer, `onEnd` once no more comes. */
export function useDecision(
	viewer: SignedIn,
	onAnswers: (run: Run, answers: Answer[], rows: Progress["rows"]) => void,
	onEnd: () => void,
) {
	const [progress, setProgress] = useState<Progress>();
	const isStopped = useRef(false);
	const told = useEffectEvent(onAnswers);
	const ended = useEffectEvent(onEnd);
	// Whoever leaves the page decides no more.
	useEffect(
		() => () => {
			isStopped.current = true;
		},
		[],
	);

	/** True once the hub did all of it. */
	async function go(start: Progress): Promise<boolean> {
		let isDone = true;
		isStopped.current = false;
		setProgress({ ...start, ended: undefined });
		const end = await carryOut(
			start.run,
			start.next,
			(batch) => sendBatch(start.run, batch, viewer),
			(answers, next) => {
				told(start.run, answers, start.rows);
				isDone &&= answers.every(({ engagement }) => engagement !== null);
				setProgress((now) => now && { ...now, next, answers: [...now.answers, ...answers] });
			},
			() => isStopped.current,
		);
		setProgress((now) => now && { ...now, ended: end });
		ended();
		return isDone && end.type === "ALL";
	}

	return {
		progress,
		isRunning: progress !== undefined && progress.ended === undefined,
		start: (run: Run, rows: Progress["rows"]) => go({ run, rows, next: 0, answers: [] }),
		/** Sends again what was not answered, with the same keys, and the rest. */
		goOn: () => progress && go(progress),
		stop() {
			isStopped.current = true;
		},
		forget: () => setProgress(undefined),
	};
}

export type Decision = ReturnType<typeof useDecision>;
