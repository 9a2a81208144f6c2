import { NotUnderstood } from "../../parts/NotUnderstood.tsx";
import { PATHS } from "../../parts/paths.ts";
import { useAddress } from "../../parts/use-address.ts";
import { WorkPlace } from "../../parts/WorkPlace.tsx";
import { useWords } from "../../words/use-words.ts";
import { KNOWN } from "./address.ts";
import { DistinctPanel } from "./DistinctPanel.tsx";
import { Filters } from "./Filters.tsx";
import { LikelyPanel } from "./LikelyPanel.tsx";
import { MergesPanel } from "./MergesPanel.tsx";
import { PairPanel } from "./PairPanel.tsx";

/** Manufacturers that may be the same: the pairs, two of them side by side, and what was decided before. */
export function DuplicatesPage() {
	const t = useWords();
	const address = useAddress(KNOWN);
	const { one, other } = address.says;
	return (
		<WorkPlace
			to={PATHS.duplicates}
			title="work.duplicates"
			intro={t(one && other ? "duplicates.compare.intro" : "duplicates.intro")}
		>
			<NotUnderstood {...address} />
			{one && other ? (
				<PairPanel key={`${one} ${other}`} ids={[one, other]} address={address} />
			) : (
				<>
					<Filters address={address} />
					<LikelyPanel says={address.says} />
					<MergesPanel says={address.says} />
					<DistinctPanel says={address.says} />
				</>
			)}
		</WorkPlace>
	);
}
