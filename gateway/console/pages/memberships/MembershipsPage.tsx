import { NotUnderstood } from "../../parts/NotUnderstood.tsx";
import { PATHS } from "../../parts/paths.ts";
import { useAddress } from "../../parts/use-address.ts";
import { WorkPlace } from "../../parts/WorkPlace.tsx";
import { useWords } from "../../words/use-words.ts";
import { KNOWN } from "./address.ts";
import { ListPanel } from "./ListPanel.tsx";
import { RecordPanel } from "./RecordPanel.tsx";

/** Memberships of manufacturers at institutes, for those who record and end them. */
export function MembershipsPage() {
	const t = useWords();
	const address = useAddress(KNOWN);
	return (
		<WorkPlace to={PATHS.memberships} title="work.memberships" intro={t("memberships.intro")}>
			<NotUnderstood {...address} />
			<RecordPanel says={address.says} />
			<ListPanel address={address} />
		</WorkPlace>
	);
}
