export const record = {
  title: 'Start a recording',
};
