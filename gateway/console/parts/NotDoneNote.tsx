import { NotDone } from "../graphql/mutate.ts";
import { useWords } from "../words/use-words.ts";
import look from "./Device.module.css";

/** Why a change was not made, in plain words, read out at once. Its page loads the words of `work`. */
export function NotDoneNote({ error }: { error: Error | null }) {
	const t = useWords();
	if (!error) return null;
	const code = error instanceof NotDone ? error.code : "UNREACHABLE";
	const said =
		code === "UNREACHABLE"
			? t("work.not-done.UNREACHABLE")
			: code === "UNAUTHENTICATED"
				? t("work.not-done.SESSION")
				: t("work.not-done", { message: error.message });
	return (
		<div className={look.problem} role="alert">
			<p>{said}</p>
		</div>
	);
}
