/**
 * The roles a person can have. At an agency: `fill`, `submit`, `read`; at Digdir: `admin`, `analyst`; for a ministry:
 * `coordinator`; for one measure, or a section of it, that someone has delegated: `delegate`.
 */
export const roles = ['fill', 'submit', 'read', 'admin', 'analyst', 'coordinator', 'delegate'] as const;
export type Role = (typeof roles)[number];

/** The roles that someone is given; that of a delegate follows from the delegation. */
export type GrantedRole = Exclude<Role, 'delegate'>;

/** The roles at an agency: those that it can give its own people by invitation. */
export const agencyRoles = ['fill', 'submit', 'read'] as const satisfies readonly Role[];
export type AgencyRole = (typeof agencyRoles)[number];

/** What a role is held over: the agency in question, the ministry it is under, one measure in one round, or everything. */
export const reach: Record<Role, 'agency' | 'ministry' | 'measure' | 'all'> = {
  fill: 'agency',
  submit: 'agency',
  read: 'agency',
  admin: 'all',
  analyst: 'all',
  coordinator: 'ministry',
  delegate: 'measure',
};

/**
 * The permission table: who may do what. The only place that says so. `everyone` needs no login, `signedIn` any login;
 * a list names the roles, each within its reach.
 */
export const permissions = {
  'public.read': 'everyone',
  'alert.use': 'everyone',
  'errorReport.make': 'everyone',
  'errorReport.read': ['fill', 'submit', 'read', 'admin', 'analyst'],
  'errorReport.answer': ['fill', 'submit', 'admin'],
  'errorReport.discard': ['admin'],
  'errorReport.followUp': ['admin', 'analyst'],
  'plan.list': 'signedIn',
  'plan.read': ['fill', 'submit', 'read', 'admin', 'analyst', 'coordinator'],
  'plan.lead': ['fill', 'submit'],
  'plan.ownLines': ['fill', 'submit'],
  'plan.answer': ['submit'],
  'plan.open': ['submit'],
  'double.judge': ['coordinator', 'admin'],
  'source.read': ['fill', 'submit', 'admin'],
  'source.manage': ['fill', 'submit'],
  'source.followUp': ['admin'],
  'session.read': 'everyone',
  'session.own': 'signedIn',
  'vocabulary.read': 'everyone',
  'measures.read': ['fill', 'submit', 'read', 'admin', 'analyst', 'coordinator'],
  'measures.write': ['fill', 'submit'],
  'measures.delegate': ['fill', 'submit'],
  'draft.read': ['fill', 'submit', 'read', 'admin', 'analyst', 'coordinator', 'delegate'],
  'draft.write': ['fill', 'submit', 'delegate'],
  'response.read': ['fill', 'submit', 'read', 'admin', 'analyst', 'coordinator'],
  'response.readAnswers': ['fill', 'submit', 'read', 'admin', 'coordinator'],
  'response.submit': ['submit'],
  'portfolio.readOwn': ['admin', 'coordinator'],
  'portfolio.keep': ['admin', 'analyst', 'coordinator'],
  'query.ask': ['admin', 'analyst'],
  'correction.propose': ['admin', 'analyst'],
  'correction.answer': ['submit'],
  'correction.decide': ['admin'],
  'people.read': ['fill', 'submit', 'admin'],
  'people.manage': ['submit', 'admin'],
  'round.manage': ['admin'],
  'round.followUp': ['admin', 'analyst'],
  'agency.note': ['admin', 'analyst'],
  'round.import': ['admin'],
  'round.export': ['admin'],
  'directory.read': ['admin', 'analyst'],
  'directory.manage': ['admin'],
  'round.archive': ['admin'],
  'release.preview': ['admin', 'analyst'],
  'release.freeze': ['admin'],
  'release.publish': ['admin'],
  'release.withdraw': ['admin'],
  'release.withdrawMeasure': ['admin'],
  'exemption.read': ['admin', 'analyst'],
  'exemption.readValue': ['admin'],
  'exemption.decide': ['admin'],
  'exemption.answer': ['fill', 'submit'],
  'audit.read': ['admin'],
  'retention.manage': ['admin'],
} as const satisfies Record<string, 'everyone' | 'signedIn' | readonly Role[]>;

export type Action = keyof typeof permissions;

/** Everyone may read who they are signed in as, and each reads another. */
const ownToEach = 'session.read';
/** What everyone may do and is the same to everyone. */
export type OpenAction = Exclude<
  { [A in Action]: (typeof permissions)[A] extends 'everyone' ? A : never }[Action],
  typeof ownToEach
>;
/** Whether everyone may, and is told the same. */
export function isOpen(action: Action): action is OpenAction {
  return permissions[action] === 'everyone' && action !== ownToEach;
}

/** One role a person holds, and over what. */
export interface HeldRole {
  readonly role: Role;
  /** Agency id for fill, submit, read and delegate. */
  readonly agency?: string | undefined;
  /** Ministry code for coordinator. */
  readonly ministry?: string | undefined;
  /** For delegate: the measure and the year of the round, and the section when it is not the whole measure. */
  readonly measure?: string | undefined;
  readonly year?: number | undefined;
  readonly section?: string | undefined;
}

/** Whose business the request is about, when it is about an agency. */
export interface Target {
  readonly agency: string;
  readonly ministry: string;
  /** When it is about one measure in a round. */
  readonly measure?: string;
  readonly year?: number;
}

/** What is the business of several, such as a plan of its actors: whoever may for one of them may. */
export type Targets = Target | readonly Target[];

/** Whether someone with these roles (undefined: not signed in) may do this, to this target. */
export function may(held: readonly HeldRole[] | undefined, action: Action, target?: Targets): boolean {
  const rule: 'everyone' | 'signedIn' | readonly Role[] = permissions[action];
  if (rule === 'everyone') return true;
  if (held === undefined) return false;
  if (rule === 'signedIn') return true;
  return allowing(held, rule, target).length > 0;
}

/**
 * How much of a measure someone who may do this may do it to: null for all of it, or the ids of the sections that were
 * delegated. None for those who may not at all.
 */
export function sectionsWithin(
  held: readonly HeldRole[] | undefined,
  action: 'draft.read' | 'draft.write',
  target: Target,
): readonly string[] | null {
  const by = allowing(held ?? [], permissions[action], target);
  return by.some(({ section }) => section === undefined) ? null : by.flatMap(({ section }) => section ?? []);
}

function allowing(held: readonly HeldRole[], rule: readonly Role[], target: Targets | undefined): HeldRole[] {
  const over = [target].flat();
  return held.filter((one) => rule.includes(one.role) && over.some((each) => reaches(one, each)));
}

function reaches(held: HeldRole, target: Target | undefined): boolean {
  switch (reach[held.role]) {
    case 'all':
      return true;
    case 'agency':
      return target !== undefined && held.agency === target.agency;
    case 'ministry':
      return target !== undefined && held.ministry === target.ministry;
    case 'measure':
      return (
        target?.measure !== undefined &&
        held.measure === target.measure &&
        held.year === target.year &&
        held.agency === target.agency
      );
  }
}
