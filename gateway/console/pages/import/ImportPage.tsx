import { PATHS } from "../../parts/paths.ts";
import { WorkPlace } from "../../parts/WorkPlace.tsx";
import { useSession } from "../../session/use-session.ts";
import { useWords } from "../../words/use-words.ts";
import { EarlierPanel } from "./EarlierPanel.tsx";
import { Importer } from "./Importer.tsx";

/** Where files of engagements, or of published cases, are imported. */
export function ImportPage() {
	const t = useWords();
	const { viewer } = useSession();
	const isOffice = viewer?.role === "PROGRAM_OFFICE";
	return (
		<WorkPlace
			to={PATHS.import}
			title="work.import"
			intro={t(isOffice ? "import.intro.office" : "import.intro")}
		>
			{viewer && (
				<>
					<Importer viewer={viewer} />
					<EarlierPanel viewer={viewer} />
				</>
			)}
		</WorkPlace>
	);
}
