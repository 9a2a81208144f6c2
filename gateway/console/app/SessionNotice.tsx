import { SignInLink } from "../parts/SignInLink.tsx";
import { dismissProblem, signOut } from "../session/session.ts";
import { useSession } from "../session/use-session.ts";
import { useWords } from "../words/use-words.ts";
import look from "./SessionNotice.module.css";

/** Says that the session has ended or that a sign-in failed, and what to do. The page below stays as it is. */
export function SessionNotice() {
	const t = useWords();
	const { status, problem } = useSession();
	if (status === "ENDED" || status === "UNKNOWN")
		return (
			<div className={look.notice} role="alert">
				<p>{t(status === "ENDED" ? "session.ended" : "session.unknown")}</p>
				<div className={look.actions}>
					{status === "ENDED" && <SignInLink text="session.again" />}
					<button type="button" className="action" onClick={() => void signOut(true)}>
						{t("session.as-public")}
					</button>
				</div>
			</div>
		);
	if (!problem) return null;
	return (
		<div className={look.notice} role="alert">
			<p>{t(`session.problem.${problem}`)}</p>
			<div className={look.actions}>
				<SignInLink text="session.again" />
				<button type="button" className="action" onClick={dismissProblem}>
					{t("close")}
				</button>
			</div>
		</div>
	);
}
