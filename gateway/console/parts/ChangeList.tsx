import type { RevisionFieldsFragment } from "../graphql/graphql.ts";
import { ChangeEntry } from "./ChangeEntry.tsx";
import look from "./ChangeTimeline.module.css";

type Props = {
	revisions: readonly RevisionFieldsFragment[];
	/** Id of the record whose changes are shown. */
	within: string;
};

/** Changes in the order given. It says words of the catalogue `changes`. */
export function ChangeList({ revisions, within }: Props) {
	return (
		<ol className={look.line}>
			{revisions.map((revision) => (
				<ChangeEntry key={revision.id} revision={revision} within={within} />
			))}
		</ol>
	);
}
