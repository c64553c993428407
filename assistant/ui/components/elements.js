// How the lists beside the article are made. Joined to the script of each component that has one.
function summary(id, children) {
  const line = make("summary", "", children);
  line.dataset.id = id;
  return line;
}

function make(tag, name, children = "") {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.append(...[children].flat());
  return element;
}
