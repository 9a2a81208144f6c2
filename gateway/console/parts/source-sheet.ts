import { useSyncExternalStore } from "react";
import type {
	DoubtFieldsFragment,
	FigureFieldsFragment,
	SourceFieldsFragment,
} from "../graphql/graphql.ts";
import type { MessageId } from "../words/ids.ts";
import type { TakenAlong } from "./take-along.ts";

/** Names of what a card tells, and what it tells; what is not known is left out. */
export type Told = ReadonlyArray<readonly [name: string, value: string | null | undefined]>;

/** What a figure opens onto: an observation with its document, a record with its document, or how the hub counted it. */
export type Opened =
	| { kind: "observation"; name: string; figure: FigureFieldsFragment }
	| {
			kind: "record";
			name: string;
			/** What was read, as it is shown. */
			text: string;
			told?: Told;
			source: SourceFieldsFragment;
			doubts?: readonly DoubtFieldsFragment[];
	  }
	| {
			kind: "computed";
			name: string;
			text: string;
			/** How, and from what. */
			told: Told;
	  }
	| {
			kind: "counted";
			name: string;
			/** The figure as it is shown. */
			text: string;
			/** Says what was counted. */
			how: MessageId;
			/** The query behind it. */
			asked?: TakenAlong["asked"];
			/** Where the records are listed. */
			records?: string;
	  };

type State = { opened: Opened; anchor: HTMLElement } | undefined;

let state: State;
const listeners = new Set<() => void>();

function set(next: State): void {
	state = next;
	for (const listen of listeners) listen();
}

/** Opens the source of a figure beside `anchor`. */
export function openSource(opened: Opened, anchor: HTMLElement): void {
	set({ opened, anchor });
}

export function closeSource(): void {
	set(undefined);
}

export function useOpenedSource(): State {
	return useSyncExternalStore(
		(listen) => {
			listeners.add(listen);
			return () => listeners.delete(listen);
		},
		() => state,
	);
}
