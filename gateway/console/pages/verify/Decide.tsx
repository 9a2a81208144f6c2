import { type RefObject, useId, useState } from "react";
import { ownerOf } from "../../offline/item.ts";
import { NotDoneNote } from "../../parts/NotDoneNote.tsx";
import { useDraft } from "../../parts/use-draft.ts";
import type { SignedIn } from "../../session/states.ts";
import { useWords } from "../../words/use-words.ts";
import type { ToVerify } from "./explain.ts";
import { type Decision, useReview } from "./use-review.ts";
import look from "./Verify.module.css";

type Props = {
	viewer: SignedIn;
	ticked: readonly ToVerify[];
	/** Its box for the reason. */
	reason: RefObject<HTMLTextAreaElement | null>;
	onDone: (ids: readonly string[]) => void;
};

/** The decision on all that is ticked, with its reason; what failed is told one by one, and stays ticked. */
export function Decide({ viewer, ticked, reason: box, onDone }: Props) {
	const t = useWords();
	const id = useId();
	const { draft, put, forget } = useDraft(ownerOf(viewer), "review of outcomes", () => ({
		reason: "",
	}));
	const { isSending, error, result, review } = useReview(viewer);
	const [problem, setProblem] = useState<"TICK" | "REASON">();
	const [isAsked, setAsked] = useState(false);

	async function decide(decision: Decision) {
		if (isSending) return;
		setProblem(undefined);
		if (ticked.length === 0) return setProblem("TICK");
		if (!draft.reason.trim()) {
			setProblem("REASON");
			return box.current?.focus();
		}
		// What is rejected is so for good: asked once more in the same place.
		if (decision === "WITHDRAWN" && !isAsked) return setAsked(true);
		setAsked(false);
		const done = await review(ticked, decision, draft.reason.trim());
		if (!done) return;
		if (done.length === ticked.length) forget();
		onDone(done);
	}
	const fault = problem && `${id}-fault`;
	return (
		<section
			className={`${look.decide} ${ticked.length > 0 ? look.near : ""}`}
			aria-label={t("outcomes.decide")}
		>
			<p>{t("outcomes.ticked", { count: ticked.length })}</p>
			<div className={look.reason}>
				<label htmlFor={id}>{t("outcomes.reason")}</label>
				<textarea
					ref={box}
					id={id}
					rows={2}
					maxLength={1000}
					aria-invalid={problem === "REASON"}
					aria-describedby={fault}
					value={draft.reason}
					onChange={({ target }) => put({ reason: target.value })}
				/>
			</div>
			<div className={look.actions}>
				<button type="button" className="action first" onClick={() => void decide("VERIFIED")}>
					{t("outcomes.verify")}
				</button>
				<button type="button" className="action" onClick={() => void decide("DISPUTED")}>
					{t("outcomes.ask-back")}
				</button>
				<button
					type="button"
					className="action"
					onClick={() => void decide("WITHDRAWN")}
					onBlur={() => setAsked(false)}
				>
					{t(isAsked ? "work.sure" : "outcomes.reject")}
				</button>
			</div>
			{problem && (
				<p id={fault} className={look.fault} role="alert">
					{t(`outcomes.decide.${problem}`)}
				</p>
			)}
			<NotDoneNote error={error} />
			<div role="status">
				{isSending && <p>{t("outcomes.sending")}</p>}
				{result && (
					<>
						<p>{t(`outcomes.decided.${result.decision}`, { count: result.done })}</p>
						{result.failed.length > 0 && (
							<>
								<p>{t("outcomes.decided.failed", { count: result.failed.length })}</p>
								<ul className={look.failed}>
									{result.failed.map((one) => (
										<li key={one.id}>
											<strong>{one.name}</strong>: {one.message}
										</li>
									))}
								</ul>
							</>
						)}
					</>
				)}
			</div>
		</section>
	);
}
