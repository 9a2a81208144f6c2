import { useQuery } from "@tanstack/react-query";
import { GrantListDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { hubNow } from "../../session/session.ts";
import type { SignedIn } from "../../session/states.ts";
import { useWords } from "../../words/use-words.ts";
import { GrantEntry } from "./GrantEntry.tsx";
import { inOrder } from "./grants.ts";

/** All grants: those that hold, to be revoked, and those that have ended. */
export function GrantList({ viewer }: { viewer: SignedIn }) {
	const t = useWords();
	const query = useQuery(ask(GrantListDocument, {}));
	const now = new Date(hubNow()).toISOString();
	return (
		<Panel
			title={t("grants.list")}
			intro={t("grants.list.intro")}
			actions={<TakeAlong file="grants" asked={{ document: GrantListDocument, variables: {} }} />}
		>
			<Answered name={t("grants.list")} query={query} height={160}>
				{({ grants }) =>
					grants.length === 0 ? (
						<p className="quiet">{t("grants.list.none")}</p>
					) : (
						<ul>
							{inOrder(grants, now).map((grant) => (
								<GrantEntry key={grant.id} grant={grant} now={now} viewer={viewer} />
							))}
						</ul>
					)
				}
			</Answered>
		</Panel>
	);
}
