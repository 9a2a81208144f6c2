import { PATHS } from "../../parts/paths.ts";
import { WorkPlace } from "../../parts/WorkPlace.tsx";
import { useSession } from "../../session/use-session.ts";
import { useWords } from "../../words/use-words.ts";
import { ToVerifyPanel } from "./ToVerifyPanel.tsx";

/** Outcomes that wait for the program office, each with what makes it remarkable. */
export function VerifyPage() {
	const t = useWords();
	const { viewer } = useSession();
	return (
		<WorkPlace to={PATHS.verify} title="work.verify" intro={t("outcomes.verify.intro")}>
			{viewer && <ToVerifyPanel viewer={viewer} />}
		</WorkPlace>
	);
}
