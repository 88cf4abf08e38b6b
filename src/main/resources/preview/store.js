/** What the drawing of messages asks for: here nobody but the owners' contacts has a name. */
export const state = { me: 'U0YOU', people: [], groups: [], channels: [] };

export const person = (id) => state.people.find((one) => one.id === id);

export function remember(names) {
  state.people = Object.entries(names).map(([id, realName]) => ({ id, realName }));
  state.groups = Object.entries(names).map(([id, handle]) => ({ id, handle, members: [] }));
}
